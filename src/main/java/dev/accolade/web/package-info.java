/** Pages and answers over HTTP that show where everything stands. Nothing here decides, and nothing writes to a target. */
package dev.accolade.web;
