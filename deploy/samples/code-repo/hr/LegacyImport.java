package nl.fictief.hr;

import java.sql.Connection;
import java.sql.DriverManager;

/** Nightly import from the old payroll server. */
final class LegacyImport {
  private static final String URL =
      "jdbc:postgresql://payroll.tulpenboetiek-fictief.nl:5432/hr?user=import&password={{password:payroll}}";

  static Connection open() throws Exception {
    return DriverManager.getConnection(URL);
  }
}
