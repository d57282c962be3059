"""The room of files: lists asked for as files, how they are coming on, and fetching them."""
