"""How well the rules judge: measured on labelled rows, and told for each criterion."""
