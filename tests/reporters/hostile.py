"""Texts that would be more than text to some program, were they not made harmless."""

ESCAPE = "\x1b[31mmerah\x1b]8;;http://contoh.invalid\x07"
TURNED = "biasa \u202eterbalik\u202c tersembunyi\u200b"
FORMULA = '=HYPERLINK("http://contoh.invalid";"klik")'
COMMAND = "::error file=lain.yaml::palsu\n::stop-commands::x\r##[add-path]/tmp"
MARKUP = "<script>alert(1)</script> [klik](http://contoh.invalid) **tebal** `kode` | sel\n# judul @kepala #12 www.contoh.id $x$"
BRACES = "nilai {0} dan {nama}"
HOSTILE = (ESCAPE, TURNED, FORMULA, COMMAND, MARKUP, BRACES)
