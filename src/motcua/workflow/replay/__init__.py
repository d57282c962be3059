"""A process tried before it is published: last year's dossiers led through it by a worker, piece by piece
(`working`), ordered on a page (`beginning`) and watched there (`standing`)."""
