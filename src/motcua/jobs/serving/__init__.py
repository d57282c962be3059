"""What `./motcua run` does: prepares the data (`preparation`), finds its port (`address`), keeps the
web server and the background worker alive and stops both (`supervision`)."""
