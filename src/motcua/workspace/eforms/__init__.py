"""The room of interactive forms: versions, a draft changed without programming, preview, publishing."""
