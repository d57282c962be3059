"""What a form is, what its answers may be, and what its conditions say: pure."""
