"""Every page and every call that reads: who opens it, with which things, how long it takes."""
