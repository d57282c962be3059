"""Addresses of what can be found without an account."""

from __future__ import annotations

from django.urls import path

from motcua.portal.finding import (
    figures,
    groups,
    home,
    leaflet,
    life_events,
    office_pages,
    procedure,
    searching,
    versions,
)

urlpatterns = [
    path("", home.home, name="home"),
    path("thu-tuc/", searching.find_procedures, name="procedures"),
    path("thu-tuc/ket-qua/", searching.found_so_far, name="found-so-far"),
    path("thu-tuc/<str:code>", procedure.show_procedure, name="procedure"),
    path("thu-tuc/<str:code>/so-lieu/", figures.show_figures, name="figures"),
    path("thu-tuc/<str:code>/phien-ban/", versions.show_versions, name="versions"),
    path("thu-tuc/<str:code>/to-roi.pdf", leaflet.print_leaflet, name="leaflet"),
    path("nhom-thu-tuc/<str:group>", groups.show_group, name="group"),
    path("su-kien/<slug:event>/", life_events.show_life_event, name="life-event"),
    path("linh-vuc/<slug:sector>/", searching.list_sector, name="sector"),
    path("co-quan/", office_pages.list_offices, name="offices"),
    path("co-quan/chon/", office_pages.choose_office, name="choose-office"),
    path("co-quan/<slug:slug>/", office_pages.show_office, name="office"),
]
