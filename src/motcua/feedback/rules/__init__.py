"""Pure rules of feedback: what may follow what, until when, and what a sender must say."""
