# Builds Accolade from this checkout and runs it as a user without rights. How it is used: docker-compose.yml.

FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY src ./src
RUN mvn -B -q -DskipTests package

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --user-group --home-dir /app --shell /usr/sbin/nologin accolade \
    && mkdir -p /app/state \
    && chown accolade:accolade /app/state
WORKDIR /app
COPY --from=build /build/target/accolade.jar ./target/accolade.jar
COPY --from=build /build/target/lib ./target/lib
COPY accolade LICENSE ./
COPY config ./config
COPY routes ./routes
USER accolade
VOLUME /app/state
EXPOSE 8080
# Only what the base image has for certain: bash.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["/app/accolade"]
CMD ["run"]
