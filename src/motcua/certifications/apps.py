from django.apps import AppConfig


class CertificationsConfig(AppConfig):
    name = "motcua.certifications"
    label = "certifications"
