// Milliseconds without a single byte getting through, after which the line counts as dead.
const patience = 60000

/**
 * Sends a message with files. XMLHttpRequest, because it alone tells how much has gone out: `progress(part)` from 0 to 1.
 * Throws as `call` does.
 */
export function upload(path, token, activity, files, progress) {
  const form = new FormData()
  form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }))
  for (const file of files) form.append('file', file, file.name)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    let timer
    const lost = () => reject({ status: 0 })
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(() => request.abort(), patience)
    }
    request.open('POST', `/v3/directline${path}`)
    request.setRequestHeader('Authorization', `Bearer ${token}`)
    request.upload.onprogress = (event) => {
      wait()
      if (event.lengthComputable) progress(event.loaded / event.total)
    }
    request.onerror = lost
    request.onabort = lost
    request.onload = () => {
      try {
        const answer = JSON.parse(request.responseText)
        const wait = Number(request.getResponseHeader('Retry-After')) || 0
        if (request.status < 300) resolve(answer)
        else reject({ status: request.status, sentence: answer.title, wait })
      } catch (_foreign) {
        // Something between us and the server answered with a page of its own.
        reject({ status: request.status < 300 ? 0 : request.status })
      }
    }
    request.onloadend = () => clearTimeout(timer)
    wait()
    request.send(form)
  })
}
