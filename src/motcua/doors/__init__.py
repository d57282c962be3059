"""What the entrances share: the signed-in browser, and where a request comes from. Decides nothing."""
