"""The browser's door: blueprints that parse a request, call a service and render a page."""
