"""Groups of procedures at the desk: choose one, receive it whole, see what waits for what."""
