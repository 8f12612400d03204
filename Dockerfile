# Builds Turnstone and the small Java runtime it needs. Nothing secret goes in: tokens come from the environment.
#
#   docker build -t turnstone . && docker compose up

FROM debian:bookworm-slim AS build
RUN apt-get update \
    && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends binutils maven openjdk-17-jdk-headless \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY config config
COPY src/main src/main
RUN mvn -q -B package -DskipTests
# java.desktop: JDA speaks of colours in java.awt. jdk.crypto.ec: Discord's certificates.
RUN jlink --output /runtime --strip-debug --no-header-files --no-man-pages --compress=2 \
    --add-modules java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.security.sasl,java.sql,jdk.crypto.ec,jdk.unsupported \
    && /runtime/bin/java -Xshare:dump -XX:+UseSerialGC

FROM debian:bookworm-slim
# The directory is made here so that a new volume gets its owner and its mode from it.
RUN useradd --system --uid 8420 --user-group --home-dir /data --shell /usr/sbin/nologin turnstone \
    && install -d -m 0700 -o turnstone -g turnstone /data
COPY --from=build /runtime /opt/java
COPY --from=build /build/target/lib /opt/turnstone/lib
COPY --from=build /build/target/turnstone.jar /opt/turnstone/turnstone.jar
COPY --from=build --chmod=0755 /build/target/turnstone /opt/turnstone/turnstone
COPY LICENSE config/turnstone.json /opt/turnstone/
# Nothing limits a container's heap but its memory.
ENV JAVA=/opt/java/bin/java JAVA_HEAP=-XX:MaxRAMPercentage=60
# The second of two starts leaves the archive of classes behind, with which every later start is quicker.
RUN mkdir /tmp/first \
    && for start in 1 2; do \
      TURNSTONE_HOME=/tmp/first timeout --preserve-status -s TERM 15 /opt/turnstone/turnstone serve || true; done \
    && mv /tmp/first/turnstone.jsa /opt/turnstone/turnstone.jsa \
    && chmod 0444 /opt/turnstone/turnstone.jsa && rm -r /tmp/first
USER turnstone
WORKDIR /data
# Inside a container loopback reaches nobody: what may reach it is decided by the ports that are published.
ENV TURNSTONE_HOME=/data TURNSTONE_HOST=0.0.0.0 MALLOC_ARENA_MAX=1
VOLUME /data
EXPOSE 8420
HEALTHCHECK --interval=60s --timeout=10s --start-period=20s --retries=3 \
    CMD ["/opt/turnstone/turnstone", "health"]
ENTRYPOINT ["/opt/turnstone/turnstone"]
CMD ["serve"]
