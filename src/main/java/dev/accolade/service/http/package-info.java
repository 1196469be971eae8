/** How every service component speaks HTTP: one port, {@link dev.accolade.service.http.JsonHttp}, and its adapter over camel-http. */
package dev.accolade.service.http;
