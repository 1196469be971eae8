/** From what arrives over HTTP to hints. An event is never believed: it only says where to look again. */
package dev.accolade.event;
