"""Commands of feedback: send, enter, act, answer back."""
