from django.apps import AppConfig


class AvailabilityConfig(AppConfig):
    name = "motcua.availability"
    label = "availability"
