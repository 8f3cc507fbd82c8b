"""The rule language: syntax, parser, vocabulary, checker, compiler and printer."""
