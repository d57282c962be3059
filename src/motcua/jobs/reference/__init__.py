"""The pages of docs/reference, made from the code. `./motcua docs` writes them, `--check` compares."""
