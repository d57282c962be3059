"""Running dossiers that follow a late day off or a succession: ordered in a request (`beginning`), moved
by a worker piece by piece (`working`), watched on a page (`standing`)."""
