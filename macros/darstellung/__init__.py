"""From the checked model to the HTML of a page, its head and its foot."""
