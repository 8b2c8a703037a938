# Two stages: wheels are fetched and checked against their hashes in the first, the second holds only what runs.
FROM python:3.11-slim AS build
WORKDIR /build
COPY .ci/requirements.txt pyproject.toml README.md LICENSE ./
RUN pip wheel --no-cache-dir --require-hashes --no-deps --only-binary :all: --wheel-dir /wheels --requirement requirements.txt
COPY quizapp quizapp
COPY questions questions
COPY migrations migrations
COPY static static
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.11-slim
RUN useradd --system --create-home --home-dir /srv/quizapp --uid 10001 quizapp
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --no-cache-dir --no-compile --no-index --no-deps /wheels/*.whl
USER quizapp
WORKDIR /srv/quizapp
RUN mkdir quizapp-data
ENV PYTHONUNBUFFERED=1
VOLUME /srv/quizapp/quizapp-data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
ENTRYPOINT ["quizapp"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
