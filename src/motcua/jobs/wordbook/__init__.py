"""The words of the product and their translations: collecting (`extraction`), compiling (`compiling`)."""
