"""Monthly payroll run."""

EMPLOYEES = [
    {"name": "Fenna Voorbeeld", "bsn": "{{bsn:fenna}}", "iban": "{{iban:fenna}}"},
    {"name": "Gijs Verzonnen", "bsn": "{{bsn:gijs}}", "iban": "{{iban:gijs}}"},
]

BUILD = 231480002


def net(gross: float) -> float:
    return round(gross * 0.6312, 2)
