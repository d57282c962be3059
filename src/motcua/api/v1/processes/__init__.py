"""Internal processes as the API tells them."""
