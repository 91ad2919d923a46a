"""How the built site reaches its readers: headers, servers, compressed files, versions."""
