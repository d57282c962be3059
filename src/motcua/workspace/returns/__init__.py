"""The room of results: the returns counter, post out and in, hand-over lists."""
