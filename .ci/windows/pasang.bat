@echo off
setlocal
title indikator-rules: pemasangan
set "PROGRAM=%~dp0program"
set "PAKET=%~dp0paket"
set "COCOK=import sys, sysconfig; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 13) and sysconfig.get_platform() == 'win-amd64'))"
set "PYTHON="
if not exist "%PAKET%\" goto belum_diekstrak
call :coba py -3.13
call :coba py -3.12
call :coba py -3.11
call :coba python
call :coba python3
if not defined PYTHON goto tanpa_python
echo Memasang indikator-rules ke "%PROGRAM%".
echo Jaringan dan hak administrator tidak diperlukan. Mohon tunggu beberapa menit.
%PYTHON% -m venv --clear "%PROGRAM%"
if not "%errorlevel%"=="0" goto gagal
"%PROGRAM%\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --no-warn-script-location --no-index --find-links "%PAKET%" indikator-rules
if not "%errorlevel%"=="0" goto gagal
"%PROGRAM%\Scripts\python.exe" -c "from indikator_rules.cli import main; main()" --version
if not "%errorlevel%"=="0" goto gagal
echo.
echo Selesai. Seret dokumen Anda ke periksa.bat untuk memeriksanya.
pause
exit /b 0

:coba
if defined PYTHON exit /b 0
%* -c "%COCOK%" >nul 2>nul
if not "%errorlevel%"=="0" exit /b 0
set "PYTHON=%*"
exit /b 0

:belum_diekstrak
echo Folder "paket" tidak ada di samping berkas ini.
echo Ekstrak dahulu seluruh isi berkas ZIP ke sebuah folder, lalu jalankan pasang.bat dari folder itu.
pause
exit /b 1

:tanpa_python
echo Python 3.11, 3.12, atau 3.13 (64-bit) tidak ditemukan di komputer ini.
echo Pasang Python dari python.org untuk pengguna ini saja (tanpa hak administrator), lalu jalankan pasang.bat lagi.
pause
exit /b 1

:gagal
echo.
echo Pemasangan tidak berhasil; penyebabnya tertulis di atas.
echo Bila nama foldernya panjang, pindahkan folder ini ke tempat yang lebih pendek, lalu jalankan pasang.bat lagi.
pause
exit /b 1
