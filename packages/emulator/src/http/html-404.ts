const PAGE = `<!doctype html>
<html lang="en">
<head>
  <title>Not Found</title>
</head>
<body>
  <h1>Not Found</h1><p>The requested resource was not found on this server.</p>
</body>
</html>
`

export function html404(): Response {
  return new Response(PAGE, { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' } })
}
