"""Lists as files: which lines (`lines`), in which columns (`columns`), written piece by piece
(`writers`), as runs in the background (`running`) that their owner watches and fetches (`standing`)."""
