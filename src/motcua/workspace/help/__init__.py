"""Help for each page: short texts in Markdown beside the code, one a page and language."""
