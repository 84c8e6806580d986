# The native binary and the three libraries that it loads, nothing else:
#   scripts/publish && docker build -t connectorlint . && docker run --rm -v "$PWD:/work:ro" connectorlint
FROM debian:bookworm-slim AS system

FROM scratch
COPY --from=system /lib64/ld-linux-x86-64.so.2 /lib64/
COPY --from=system /lib/x86_64-linux-gnu/libc.so.6 /lib/x86_64-linux-gnu/libm.so.6 /lib/x86_64-linux-gnu/
COPY artifacts/native/connectorlint /usr/local/bin/
WORKDIR /work
ENTRYPOINT ["/usr/local/bin/connectorlint"]
