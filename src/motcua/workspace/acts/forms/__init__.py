"""What is typed for each act; `to_input` gives what its command takes."""
