"""Whether the office can be reached: what was measured, what is announced, how its parts are doing."""
