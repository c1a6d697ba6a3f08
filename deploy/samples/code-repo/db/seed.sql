-- Copied from production in a hurry.
INSERT INTO customer (id, name, email, phone, iban) VALUES
  (1, 'Daan Bedenksel', '{{email:daan.bedenksel}}', '{{phone:daan}}', '{{iban:daan}}'),
  (2, 'Saar Denkbeeld', '{{email:saar.denkbeeld}}', '{{phone:saar}}', '{{iban:saar}}');

INSERT INTO product (sku, title, price_cents) VALUES
  ('{{bsn:sku}}', 'Tulp, gemengd, 25 stuks', 1495),
  ('0612345', 'Narcis, wit, 10 stuks', 795);
