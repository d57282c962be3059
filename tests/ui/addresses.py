"""Only the addresses of the shared look and one page to try it on, so that its tests stand alone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

PAGE = """{% extends "ui/staff.html" %}{% import "ui/kit.html" as ui %}
{% block title %}Thử{% endblock %}
{% block content %}
<h1>Thử</h1>
<form method="post" action="/thu/">
  {{ ui.combobox_field("procedure", "Thủ tục", "/goi-y/", shortcut="F2") }}
  {{ ui.text_field("name", "Họ tên") }}
  {{ ui.button("Nhận", busy="Đang gửi…", attrs={"data-shortcut": "F9"}) }}
</form>
{% endblock %}"""
LIST = """{% import "ui/kit.html" as ui %}{{ ui.suggestions([
  {"value": "1.001193", "label": "Đăng ký khai sinh", "note": "Hộ tịch"},
  {"value": "1.000894", "label": "Đăng ký kết hôn"}]) }}"""


def trial(request: HttpRequest) -> HttpResponse:
    """A page with a form; answers a sent form with what it carried."""
    if request.method == "POST":
        return HttpResponse(f"<main id=sent>{request.POST.get('procedure')}</main>")
    return HttpResponse(engines["jinja2"].from_string(PAGE).render({}, request))


def suggest(request: HttpRequest) -> HttpResponse:
    """Always the same two suggestions."""
    return HttpResponse(engines["jinja2"].from_string(LIST).render({}, request))


urlpatterns = [path("ui/", include("motcua.ui.urls")), path("thu/", trial), path("goi-y/", suggest)]
