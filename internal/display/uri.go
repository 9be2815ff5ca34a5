package display

import (
	"net/url"
	"path/filepath"
)

// URI is a path as a reference of a URI.
func URI(path string) string {
	u := url.URL{Path: filepath.ToSlash(path)}
	return u.String()
}
