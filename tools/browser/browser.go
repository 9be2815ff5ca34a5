// Package browser tries the page that `checker -format html` writes in a real
// browser. It is a module of its own, so that nobody who imports the library gets the
// browser's driver. Its tests need a Chromium on the path, and skip where there is
// none, unless BROWSER=required.
package browser
