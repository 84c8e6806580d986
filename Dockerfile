# The native binary and nothing else; it has the C library inside, which scripts/publish does where lld is installed:
#   apt-get install clang lld zlib1g-dev && scripts/publish && docker build -t connectorlint . && docker run --rm -v "$PWD:/work:ro" connectorlint
FROM scratch
COPY artifacts/native/connectorlint /usr/local/bin/
WORKDIR /work
ENTRYPOINT ["/usr/local/bin/connectorlint"]
