package formats_test

import (
	"fmt"

	"github.com/quoteprov/quoteprov/normalize/formats"
)

// A page is read: its format is found from the content.
func ExampleRead() {
	page := "<html><head><title>Pier for sale</title></head><body><p>The northern pier is for sale, " +
		"the minister said in Sundhaven on Monday, and nobody knows who will buy it.</p></body></html>"
	d, err := formats.Read("story.html", []byte(page))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Meta.Title)
	for _, b := range d.Blocks {
		fmt.Println(d.Kept(b.Span))
	}
	// Output:
	// Pier for sale
	// The northern pier is for sale, the minister said in Sundhaven on Monday, and nobody knows who will buy it.
}
