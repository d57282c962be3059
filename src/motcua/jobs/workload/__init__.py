"""What `./motcua bench` and `./motcua load` share: where in the data to stand, people to stand there,
a driver without the product, the real server."""
