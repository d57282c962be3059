"""The command line: one table of commands (`catalogue`), one module per command.

`office` holds what runs and serves an office, `workshop` what builds and proves the product.
A module has `run(argv) -> int`, the exit code. Nothing here decides: it calls commands and queries.
"""
