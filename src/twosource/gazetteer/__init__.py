"""Facts and how to look them up: outlets and agencies, reporting words, roles, nationalities. Pure."""
