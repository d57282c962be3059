"""The way in and the way out: all that an office owns in one parcel of plain files, and a parcel put
into an empty installation; besides, what another system's configuration holds."""
